"""Another system sends tasks over JSON-2, as the example in docs/ does."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from .common import KpiHttpCase
from .test_receive_tasks import ReceiveCase

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "send_tasks.py"


class TestReceiveTasksOverHttp(KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff.kpi_staff_code = "TN.001"
        cls.officer.kpi_staff_code = "TN.003"
        cls.env.flush_all()

    _task = ReceiveCase._task

    def _key(self, user):
        keys = self.env["res.users.apikeys"].with_user(user).sudo()
        return keys._generate("rpc", "văn bản", datetime.now() + timedelta(hours=1))

    def _example(self, tasks, user=None, key=None):
        """Run the example as a program of its own; (exit code, output)."""
        key = key or self._key(user or self.hr)
        self.env.flush_all()
        self.env.cr.clear()
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(tasks, file)
            file.flush()
            database = ["--database", self.env.cr.dbname]
            with self.allow_requests(all_requests=True):
                done = subprocess.run(
                    [sys.executable, EXAMPLE, self.base_url(), file.name, *database],
                    env=os.environ | {"KPI_API_KEY": key},
                    capture_output=True,
                    text=True,
                    timeout=60,
                )
        self.env.invalidate_all()
        return done.returncode, done.stdout + done.stderr

    def test_the_example_gives_work_and_may_be_run_again(self):
        tasks = [self._task(number) for number in range(3)]
        for status in ("created", "unchanged"):
            code, output = self._example(tasks)
            self.assertEqual((code, output.count(status)), (0, 3), output)
        works = self.env["kpi.assignment"].search([("external_ref", "!=", False)])
        self.assertEqual(works.employee_id, self.staff)
        self.assertEqual(len(works), 3)
        self.assertEqual(works.create_uid, self.hr)

    def test_the_example_shows_what_is_refused_and_ends_with_1(self):
        tasks = [self._task(1), self._task(2, staff_code="TN.999")]
        code, output = self._example(tasks)
        self.assertEqual(code, 1, output)
        self.assertIn("created VB-00001", output)
        self.assertIn("refused VB-00002", output)
        self.assertIn("TN.999", output)

    def test_a_wrong_key_or_a_user_without_the_right_writes_nothing(self):
        for user, key, status in (
            (None, "wrong", "HTTP 401"),
            (self.staff.user_id, None, "HTTP 403"),
        ):
            code, output = self._example([self._task()], user, key)
            self.assertEqual(code, 1)
            self.assertIn(status, output)
        self.assertFalse(
            self.env["kpi.assignment"].search([("external_ref", "!=", False)])
        )

    def test_the_tasks_of_the_documents_are_of_the_shape_that_is_received(self):
        tasks = json.loads(EXAMPLE.with_name("tasks.json").read_text())
        answers = self.env["kpi.assignment"].with_user(self.hr).receive_tasks(tasks)
        for answer in answers:
            self.assertNotIn("must be", answer["message"])
            self.assertNotIn("missing", answer["message"])
            self.assertNotIn("no such values", answer["message"])
