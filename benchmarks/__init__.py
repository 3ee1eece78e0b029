"""Speed and query plans, measured in a throw-away database; see README.md."""
