"""How the page of a question is rendered: its own words, and the way to the other questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from viz.pages.questions.asking import LEADS, TITLES, Question, questions
from viz.rendering import render
from viz.site import Shell


def render_question(template: str, shell: Shell, path: str, *, area: str = "", title: str = "", **context: Any) -> str:
    """Return the page of a question.

    Parameters
    ----------
    template
        Its file in ``viz/templates``.
    shell
        Who looks, and where links lead.
    path
        Address of the question.
    area
        Id of the area that it is about; the other questions are then asked of that as well.
    title
        What the page is headed; the question's own words unless given.
    context
        What the template is about.
    """
    lang = shell.lang
    question = Question(title or TITLES[path].to(lang), LEADS[path].to(lang), shell.url(path))
    others = questions(shell, area=area, but=path)
    return render(template, shell, path=path, question=question, others=others, **context)


def busy_page(shell: Shell, seconds: int, post: str = "", fields: Mapping[str, str] | None = None) -> str:
    """Return the page that says that an answer is being computed.

    Parameters
    ----------
    shell
        Who looks, and where links lead.
    seconds
        After how long it looks again by itself.
    post, fields
        Address that something was posted to, and what: it is sent again by a button, as no page posts by itself.
        Empty for a page that was only read.
    """
    return render("question_busy.html", shell, seconds=seconds, post=post, fields=fields or {})


def questions_page(shell: Shell) -> str:
    """Return the page that lists the questions."""
    return render("questions.html", shell, questions=questions(shell))
