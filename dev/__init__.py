"""The developer's commands: standard library only, so that a bare machine runs them."""
