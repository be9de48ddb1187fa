"""Reading knowledge files: every item with the file and line it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ..errors import InputError

#: The knowledge that ships with the package.
FOLDER = Path(__file__).parent

Model = TypeVar("Model", bound=BaseModel)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML that keeps dates and yes/no as they are written and refuses a key given twice."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
        or first in "tf"
        and tag.endswith("bool")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    pairs: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in pairs:
            raise yaml.constructor.ConstructorError(None, None, f"the key “{key}” stands twice", key_node.start_mark)
        pairs[key] = loader.construct_object(value_node, deep=True)
    return pairs


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_items(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The items of a YAML list of mappings, each with its 1-based line.

    Raises
    ------
    InputError: the file is no valid YAML, or no list of mappings.
    """
    try:
        with open(file, encoding="utf-8") as stream:
            loader = _Loader(stream)
            try:
                root = loader.get_single_node()
                if root is None:
                    return
                if not isinstance(root, yaml.SequenceNode):
                    raise InputError(
                        "a knowledge file is a list of items",
                        file=file,
                        line=root.start_mark.line + 1,
                        remedy="Begin each item with “- ”",
                    )
                for node in root.value:
                    line = node.start_mark.line + 1
                    if not isinstance(node, yaml.MappingNode):
                        raise InputError(
                            "an item is a mapping of keys to values",
                            file=file,
                            line=line,
                            remedy="Write “- key: value”",
                        )
                    yield line, loader.construct_object(node, deep=True)
            finally:
                loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InputError(
            f"no valid YAML: {error.problem}",
            file=file,
            line=mark.line + 1 if mark else None,
            remedy="Mend the line and try again",
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start})", file=file, remedy="Save the file as UTF-8") from None
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=file) from None


def read_models(file: Path, model: type[Model]) -> Iterator[tuple[int, Model]]:
    """The items of a file as checked models, each with its line; the first mistake is refused with its place."""
    for line, item in read_items(file):
        try:
            yield line, model.model_validate(item)
        except ValidationError as error:
            # a misspelt key is named before the key that is missing because of it
            first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
            place = ".".join(str(part) for part in first["loc"])
            problem = (
                "unknown key" if first["type"] == "extra_forbidden" else first["msg"][:1].lower() + first["msg"][1:]
            )
            raise InputError(
                f"{problem}: “{place}”" if place else problem,
                file=file,
                line=line,
                place=f"item “{item.get('id', item.get('code', '?'))}”",
                remedy="See the file's neighbours for the form of an item",
            ) from None
