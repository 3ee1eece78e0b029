#!/bin/sh
# Finds a Python that Odoo 19 can run on and hands the command over to the dev package.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
for python in python3 python3.13 python3.12 python3.11 python3.10; do
    if "$python" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' \
        2>/dev/null; then
        exec env PYTHONPATH="${here%/*}" "$python" -m dev "$@"
    fi
done
echo "Odoo 19 needs Python 3.10 to 3.13, and no such python3 is on the PATH" \
    "(found: $(python3 --version 2>/dev/null || echo none))." >&2
echo "Install one (on Debian and Ubuntu: apt-get install python3), then start again." >&2
exit 1
