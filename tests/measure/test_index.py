"""The package's index names every public function, and nothing that is not there."""

import importlib
import inspect
import pkgutil
import re

import pytest

import analysis.measure as package

MODULES = [info.name for info in pkgutil.iter_modules(package.__path__)]
INDEX = package.__doc__.partition("Index\n-----\n")[2]


def _own(module):
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


@pytest.mark.parametrize("name", MODULES)
def test_every_public_function_is_documented_and_in_the_index(name):
    for function, value in _own(importlib.import_module(f"analysis.measure.{name}")).items():
        assert value.__doc__, f"{name}.{function} has no docstring"
        assert re.search(rf"\b{function}\b", INDEX), f"{name}.{function} is missing from the index"


def test_the_index_names_nothing_that_is_not_there():
    for block in re.split(r"\n(?=\w)", INDEX):
        name, _, text = block.partition(" ")
        module = importlib.import_module(f"analysis.measure.{name}")
        called = re.findall(r"(?:^|[ ;,])([a-z]\w+)\((?!s\))", re.sub(r"“.*?”|\".*?\"", "", text))
        assert called or name in ("themes", "framing"), name
        for function in called:
            assert hasattr(module, function), f"the index lists {name}.{function}"


def test_importing_the_package_imports_no_pandas():
    import subprocess
    import sys

    code = "import sys, analysis.measure; print(sorted({'pandas', 'spacy', 'numpy', 'scipy'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
