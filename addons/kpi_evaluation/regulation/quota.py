"""Where a unit stands against its limit on A while its people are being decided."""

from dataclasses import dataclass

from .grading import quota_limit
from .rulebook import Rulebook


@dataclass(frozen=True)
class Tally:
    """The people of a unit, or of a group in it, by the class they have or shall have.

    `pending` may still become anything. `decided_a` of those rated A are decided and
    stay. `exceptional` counts with the higher share of Điều 8.5.b.
    """

    rulebook: Rulebook
    rated_a: int = 0
    rated_b: int = 0
    pending: int = 0
    decided_a: int = 0
    exceptional: bool = False

    @property
    def limit(self) -> int:
        """How many of those rated A may stay A, when the others become B."""
        return self._limit(self.rated_a, self.rated_b)

    @property
    def over(self) -> int:
        """How many of those rated A have to become B."""
        return self.rated_a - self.limit

    @property
    def is_open(self) -> bool:
        """Whether those who are pending could still push somebody out of A.

        Otherwise A may be decided in any order, and before the last opinion is given:
        should all who are pending be rated A, everybody would still keep it.
        """
        most = self.rated_a + self.pending
        return self._limit(most, self.rated_b) < most

    def holds_without(self, rated_b: int) -> bool:
        """Whether the A already decided stay within the limit with fewer rated B."""
        left = self.rated_b - rated_b
        return self._limit(self.decided_a, left) == self.decided_a

    def _limit(self, rated_a, rated_b):
        return quota_limit(rated_a, rated_b, self.rulebook, self.exceptional)
