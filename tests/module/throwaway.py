"""A copy of the test database, to be broken by real processes that really commit."""

import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
from psycopg2 import sql

from odoo.sql_db import close_db
from odoo.tools import config

ROOT = Path(__file__).parent.parent.parent
SHELL = "from tests.module import {module}; {module}.{call}"


class Throwaway:
    """A database by name: ask it in SQL, run parts of a driver in it."""

    def __init__(self, name):
        self.name = name

    def rows(self, query, *values):
        with closing(psycopg2.connect(dbname=self.name)) as connection:
            cursor = connection.cursor()
            cursor.execute(query, values)
            return cursor.fetchall()

    def start(self, module, call):
        """Start ``module.call`` in an Odoo shell of its own; its process."""
        shell = (sys.executable, "-m", "odoo", "shell", "-d", self.name, "--no-http")
        process = subprocess.Popen(
            [*shell, "--log-level=error"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        process.stdin.write(SHELL.format(module=module, call=call))
        process.stdin.close()
        return process

    def run(self, module, call):
        """Run a part of a driver to its end; the lines that it printed."""
        process = self.start(module, call)
        lines = process.stdout.read().splitlines()
        assert process.wait() == 0, lines
        return lines

    def kill_at(self, module, call, line, times=1):
        """Start a part of a driver and kill -9 it when it has printed a line."""
        process = self.start(module, call)
        seen = 0
        for printed in process.stdout:
            seen += printed.strip() == line
            if seen == times:
                process.kill()
                break
        process.stdout.close()
        assert process.wait() != 0, "it ended before it could be killed"


@contextmanager
def throwaway(name):
    """Copy the test database, give it, and drop it."""
    original = config["db_name"][0]
    files = Path(config.filestore(name))
    close_db(original)
    with closing(psycopg2.connect(dbname="postgres")) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        cursor.execute(drop.format(sql.Identifier(name)))
        cursor.execute(copy.format(sql.Identifier(name), sql.Identifier(original)))
        try:
            yield Throwaway(name)
        finally:
            cursor.execute(drop.format(sql.Identifier(name)))
            if files.is_dir():
                shutil.rmtree(files)
