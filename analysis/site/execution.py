"""Running the chapters: a cache that notices changed data, and as many kernels at once as there are processors."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from .. import digest
from ..book import BUILDING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

#: Executed chapters of this many states of the repository are kept, the last used ones.
KEPT = 3


def setup(app: Sphinx) -> None:
    """Registers the choice of the cache and the execution ahead of reading; tells the kernels that this is the book."""
    os.environ[BUILDING] = "1"
    app.connect("config-inited", choose_cache)
    app.connect("env-before-read-docs", execute_ahead)


def choose_cache(app: Sphinx, config: Config) -> None:
    """Points the notebook cache at a folder named by a digest of data, knowledge, code and pins (``config-inited``).

    The cache itself knows a notebook by its cells alone and would go on showing the numbers of yesterday's articles.
    """
    caches = Path(app.srcdir) / "_build" / "cache"
    folder = caches / digest.of_results(Path(app.srcdir))[:16]
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    config.nb_execution_cache_path = str(folder)
    for old in sorted(caches.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def execute_ahead(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Executes the chapters that are not in the cache side by side (``env-before-read-docs``).

    Sphinx reads, and so executes, one page after another; here each chapter gets its kernel while the others run.
    A chapter that fails is left to Sphinx, which runs it again and reports it.
    """
    from jupyter_cache import get_cache
    from jupyter_cache.base import CacheBundleIn
    from jupyter_cache.executors.utils import single_nb_execution

    settings = env.mystnb_config
    if settings.execution_mode != "cache":
        return
    cache = get_cache(settings.execution_cache_path)
    waiting = {path: notebook for path, notebook in _notebooks(env, docnames) if not _cached(cache, notebook)}
    processors = min(os.cpu_count() or 1, len(waiting))
    if processors < 2:
        return

    def run(item: tuple[Path, Any]) -> Any:
        path, notebook = item
        logger.info("executing %s", path.relative_to(app.srcdir).as_posix())
        return single_nb_execution(notebook, cwd=str(path.parent), timeout=settings.execution_timeout,
                                   allow_errors=False)

    with ThreadPoolExecutor(processors) as pool:
        for path, result in zip(waiting, pool.map(run, waiting.items()), strict=True):
            if result.err is None:
                cache.add_nb_to_project(str(path), read_data={"type": "plugin", "name": "myst_nb_md"})
                bundle = CacheBundleIn(result.nb, str(path), data={"execution_seconds": result.time})
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def _notebooks(env: BuildEnvironment, docnames: list[str]) -> list[tuple[Path, Any]]:
    """Path and notebook of every page among ``docnames`` that has code cells."""
    from myst_nb.core.read import create_nb_reader

    found = []
    for docname in docnames:
        path = Path(env.doc2path(docname))
        text = path.read_text(encoding="utf-8")
        reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
        notebook = reader.read(text) if reader else None
        if notebook and any(cell.cell_type == "code" for cell in notebook.cells):
            found.append((path, notebook))
    return found


def _cached(cache: Any, notebook: Any) -> bool:
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    return True
