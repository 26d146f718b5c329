from collections.abc import Iterator

import pytest
from staging import Console


@pytest.fixture
def console() -> Iterator[Console]:
    console = Console()
    yield console
    console.stop()
