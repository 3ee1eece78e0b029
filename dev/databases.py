"""Databases made by copying: a template with everything but the add-on, made once.

A comment on a database says what it holds; it is written last. One without it, left by
a start that was interrupted, is dropped and made again.
"""

import ast
import shutil
from pathlib import Path

from dev import cache, odoo_package, paths, process
from dev.instance import Instance

LANGUAGES = "en_US,vi_VN"


class Databases:
    """The databases of one instance."""

    def __init__(self, odoo: Instance) -> None:
        self.odoo = odoo
        manifest = ast.literal_eval((paths.ADDON / "__manifest__.py").read_text())
        self.modules = ",".join(("base", *manifest["depends"]))
        self.key = paths.fingerprint(
            odoo_package.revision(odoo.odoo_home), self.modules
        )
        self.template = f"kpi_template_{self.key}"

    def mark(self, name: str) -> str | None:
        """Return the comment on a database, None if there is none or no database."""
        return (
            self.odoo.sql(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
                f"WHERE datname = '{name}'"
            )
            or None
        )

    def set_mark(self, name: str, text: str) -> None:
        """Declare a database complete."""
        self.odoo.sql(f"COMMENT ON DATABASE \"{name}\" IS '{text}'")

    def drop(self, name: str) -> None:
        """Remove a database and its files, whoever is connected to it."""
        self.odoo.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        shutil.rmtree(self.odoo.filestore / name, ignore_errors=True)

    def create(self, name: str) -> None:
        """Make a database anew: a copy of the template with an identity of its own."""
        self._ensure_template()
        self.drop(name)
        self.odoo.sql(f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"')
        _copy_folder(self.odoo.filestore / self.template, self.odoo.filestore / name)
        self.odoo.sql(
            "UPDATE ir_config_parameter SET value = gen_random_uuid() "
            "WHERE key IN ('database.uuid', 'database.secret')",
            name,
        )

    def _ensure_template(self) -> None:
        """Make the template, from the copy in the cache if another clone left one."""
        with cache.locked(paths.clone_state() / "template.lock", "the template"):
            if self.mark(self.template):
                return
            seed = paths.cache_root() / f"template-{self.key}"
            if not self.odoo.embedded:
                self._install_template()
            else:
                cache.built(seed, self._seed)
                if not self.mark(self.template):
                    self._restore(seed)

    def _seed(self, folder: Path) -> None:
        self._install_template()
        dump = ("-Fc", "-Z1", "-f", folder / "dump", self.template)
        self.odoo.pg("pg_dump", *dump, what="keeping the template")
        _copy_folder(self.odoo.filestore / self.template, folder / "filestore")

    def _install_template(self) -> None:
        self.drop(self.template)
        with process.step(f"Installing {self.modules} in two languages"):
            self.odoo.odoo(
                *("-d", self.template, "-i", self.modules, "--stop-after-init"),
                *("--no-http", f"--load-language={LANGUAGES}"),
                what="installing Odoo's modules",
                log=paths.logs() / "template.log",
            )
        self.set_mark(self.template, self.key)

    def _restore(self, seed: Path) -> None:
        self.drop(self.template)
        self.odoo.sql(
            f'CREATE DATABASE "{self.template}" TEMPLATE template0 '
            "ENCODING 'UTF8' LC_COLLATE 'C'"
        )
        # A dump forgets that Odoo declared this function of an extension immutable.
        self.odoo.sql(
            "CREATE EXTENSION unaccent; ALTER FUNCTION unaccent(text) IMMUTABLE",
            self.template,
        )
        options = ("-j2", "--no-owner", "-d", self.template, seed / "dump")
        self.odoo.pg("pg_restore", *options, what="restoring the template")
        _copy_folder(seed / "filestore", self.odoo.filestore / self.template)
        self.set_mark(self.template, self.key)


def _copy_folder(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target)
