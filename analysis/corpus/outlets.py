"""Which publisher an address belongs to, and where that publisher sits (``knowledge/outlets.yaml``)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import InputError
from ..knowledge.files import FOLDER, read_models
from ..knowledge.schema import Name, Strict

OUTLETS = FOLDER / "outlets.yaml"


class Outlet(Strict):
    name: Name
    country: Name
    city: Name
    domains: list[Name]
    basis: Name


@lru_cache(maxsize=4)
def outlets(file: Path = OUTLETS) -> dict[str, Outlet]:
    """The outlets of a file by domain; InputError when a domain is listed twice."""
    found: dict[str, Outlet] = {}
    for line, outlet in read_models(file, Outlet):
        for domain in outlet.domains:
            if domain in found:
                raise InputError(
                    f"the domain “{domain}” is listed twice", file=file, line=line, remedy="Remove one of them"
                )
            found[domain] = outlet
    return found


def by_address(url: str | None) -> Outlet | None:
    """The outlet whose domain an address lies in; the closest one where domains lie in each other."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    return next((found for i in range(len(parts)) if (found := outlets().get(".".join(parts[i:])))), None)


def by_name(name: str | None) -> Outlet | None:
    """The outlet of a name, whatever its case."""
    wanted = (name or "").strip().casefold()
    return next((outlet for outlet in outlets().values() if outlet.name.casefold() == wanted), None)
