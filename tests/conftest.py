"""What all tests share: Hypothesis without deadlines, and where the data beside the checkout lies."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# A slow machine is no defect: the tests make no statement about time.
settings.register_profile("coopgraph", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("coopgraph")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of annotated documents and public data that may lie beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no folder ../shared beside this checkout")
    return SHARED
