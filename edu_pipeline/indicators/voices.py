"""Whose words a paragraph is, on a page where citizens write and an authority answers.

What belongs here: where the letter or the post of a citizen begins, where the answer, and what an answer is to.  What does not: what one person
tells within a paragraph (tales), questions that an authority asks itself (headings.asked).

What a citizen writes (全班只有8个人, 我们村小只剩37个娃) is no statistic of the place, whatever it counts.
"""

from __future__ import annotations

import re

_OF_LETTERS = (
    "(?:来信|诉求|信件|留言|咨询|提问|投诉|求助|反映|问题)(?:内容|正文|原文|描述)|(?:来信|诉求|信件|留言)详情|追评"
)
_OF_ANSWERS = "(?:官方|部门|单位|办理|处理)?(?:答复|回复|办复|办理|处理|回应)(?:单位|部门|机构|内容|意见|情况|结果|时间|日期|正文)?"
_LETTER = re.compile(rf"\s*(?:[【\[(（]\s?(?:{_OF_LETTERS})\s?[】\])）]|[■◆●▶]?\s*(?:{_OF_LETTERS})\s?(?:[:：]|$))")
_ANSWER = re.compile(
    rf"\s*(?:[【\[(（]\s?(?:{_OF_ANSWERS})\s?[】\])）]|[■◆●▶]?\s*(?:{_OF_ANSWERS})\s?(?:[:：\u3000]|$)"
    r"|答\s?[:：]|(?:尊敬的)?(?:网友|市民|来信人|家长)[^,，。:：]{0,8}[您你]好)"
)
_REPLIES = re.compile("(?:答复|回复|办复|复函)(?:意见|函)?[)）]?$")
_ASKED = re.compile("[《“]关于(?P<what>[^《》“”]{4,60}?)的?(?:提案|建议|议案|意见建议)?[》”]")
_HEAD = 400
_COMMENTS = re.compile(
    r"[\s—★■◆●▍【\[]*(?:以下为)?(?:网友|读者|用户|精彩|最新|热门)?(?:评论|跟帖|留言)(?:区|列表)?\s?(?:[(（]\s?\d{1,6}\s?条?\s?[)）])?[\s—】\]]*$"
)
"""网友评论（6条）: what readers of the page wrote stands below."""
_POST = re.compile(
    r"\s*[★☆●◆■·]?\s*网友[“\"「『][^”\"」』]{1,16}[”\"」』]\s?(?P<said>[:：])|\s*(?:\d{1,4}\s?(?:楼(?=[\s:：(（]|$)|#(?=[ \u3000]))|沙发|板凳)(?P<who>[^:：\n]{0,40})"
)
_OFFICIAL = re.compile("官方|教育局|教体局|教育发布|发布|管理员|版主|小编|编辑|回复|答复|客服")


def speaks(text: str, citizen: bool) -> bool:
    """Whether a paragraph, or what follows the line, is a citizen's; `citizen`: whether what stands above it is."""
    if _LETTER.match(text) or _COMMENTS.match(text):
        return True
    if _ANSWER.match(text):
        return False
    post = _POST.match(text)
    if post is None:
        return citizen
    return post["said"] is not None or _OFFICIAL.search(post["who"]) is None


def answered(title: str, text: str) -> str:
    """What an answer to a deputy is about, whose title says only whom it answers (《关于缓解学前教育资源紧张的提案》)."""
    asked = _ASKED.search(text, 0, _HEAD) if _REPLIES.search(title.strip()) else None
    return asked["what"] if asked else ""
