"""Any program of the project's Python environment, as the commit hooks need it."""

from dev import instance, odoo_package, process, venv


def main(arguments: list[str]) -> int:
    """Run `python -m` with the arguments in the environment."""
    environment = venv.environment(odoo_package.home())
    command = [str(venv.python(environment)), "-m", *arguments]
    return process.hand_over(command, env=instance.tool_environment(environment))
