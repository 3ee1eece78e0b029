"""./odoo …: any Odoo command on the project's instance."""

from dev import instance, process


def main(arguments: list[str]) -> int:
    """Hand the arguments to Odoo, its terminal and its exit code to the caller."""
    with instance.started() as odoo:
        return process.hand_over([*odoo.odoo_command, *arguments], env=odoo.env)
