"""edu_pipeline turns the prose in which Chinese cities and counties report on their schools into checked tables.

What belongs here: the name that readers of a release use, loaded when it is first asked for.  What does not: anything
that would make `import edu_pipeline` slow.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from edu_pipeline.warehouse.release import Release, open_release

__all__ = ["Release", "open_release"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from edu_pipeline.warehouse import release

        return getattr(release, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
