"""Which addresses may be fetched, and connecting to exactly the host that was checked.

What belongs here: what an address has to look like, which hosts are refused, resolving a name once.  What does not:
what is sent and received (fetch).

A name is resolved once for each connection, all its addresses are checked, and the connection goes to one of those
that were checked: a name that is answered differently the next time changes nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from edu_pipeline.sources.problems import FetchFailed, Refused

SCHEMES = ("http", "https", "s3")
LONGEST = 2_000
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to numeric addresses, in the order in which to try them.  Raises OSError."""

_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\\]")
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "169.254.0.0/16",  # link-local, and where clouds answer what a machine may know about itself
        "fe80::/10",
        "fec0::/10",
        "fd00:ec2::/32",
        "100.100.100.200/32",
        "168.63.129.16/32",
        "192.0.0.0/24",
        "0.0.0.0/8",
        "240.0.0.0/4",
        "::/128",
    )
)
_EMBEDDED = tuple(ipaddress.ip_network(network) for network in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96"))
"""Networks whose last 32 bits are an IPv4 address that the packet goes on to."""


@dataclass(frozen=True)
class Address:
    """An address in its parts; `host` without brackets and in ASCII, `target` path and query as they are sent."""

    text: str
    scheme: str
    host: str
    port: int
    target: str


def parsed(text: str) -> Address:
    """An address that may be asked for at all, whoever answers.  Raises Refused."""
    if len(text) > LONGEST:
        raise Refused(f"the address is longer than {LONGEST} characters")
    if _CONTROL.search(text):
        raise Refused("the address holds blanks, backslashes or control characters: write them as %20 and the like")
    try:
        url: Url = parse_url(text)
        port = url.port
    except (LocationParseError, ValueError) as error:
        raise Refused("the address cannot be understood") from error
    scheme = (url.scheme or "").lower()
    if scheme not in SCHEMES or "://" not in text:
        raise Refused(f"only {', '.join(SCHEMES)} are fetched")
    if url.auth is not None:
        raise Refused("the address holds a name or password: take them out")
    host = (url.host or "").strip("[]")
    if not host:
        raise Refused("the address names no host")
    if "%" in host:
        raise Refused("the address names a network interface")
    if scheme == "s3":
        return Address(text, scheme, host, 0, text[len("s3://") :])
    return Address(text, scheme, host, port or (443 if scheme == "https" else 80), url.request_uri)


def system_resolve(host: str, port: int) -> list[str]:
    """What the system says the host's addresses are.  Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(host: str, port: int, resolve: Resolve, allow_private: bool, redirected: bool, seconds: float) -> list[str]:
    """The host's numeric addresses, all of which may be connected to.

    Raises Refused when one of them may not, FetchFailed when the name cannot be resolved within `seconds`.
    """
    addresses = _resolved(host, port, resolve, seconds)
    for address in addresses:
        why = refusal(address, allow_private, redirected)
        if why:
            through = "the server sent on to" if redirected else "the address leads to"
            named = "" if address == host else f" ({address})"
            raise Refused(f"{through} {host}{named}, which is {why}")
    return addresses


def refusal(address: str, allow_private: bool = False, redirected: bool = False) -> str | None:
    """Why a numeric address may not be connected to, in words; None when it may.

    `allow_private` lets private and loopback addresses pass, and those that are never public too unless a redirect
    leads there: nobody named them.
    """
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return "no address of the internet"
    for one in (found, *_inside(found)):
        if any(one in network for network in _NEVER) or one.is_multicast:
            if not allow_private or redirected:
                return "a link-local, reserved or multicast address"
        elif not one.is_global and not allow_private:
            return "a private or loopback address (allow_private: true in the registry permits it)"
    return None


def _inside(address: IpAddress) -> list[IpAddress]:
    """The IPv4 addresses that an IPv6 address carries: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address) or address == ipaddress.IPv6Address("::1"):
        return []
    carried: list[IpAddress | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _EMBEDDED):
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in carried if one is not None]


def _resolved(host: str, port: int, resolve: Resolve, seconds: float) -> list[str]:
    """The system's resolver knows no time-out of ours: it is left behind when it takes too long."""
    answer: list[Sequence[str] | BaseException] = []

    def ask() -> None:
        try:
            answer.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not answer:
        raise FetchFailed(f"the name {host} was not resolved in time", again=True)
    if isinstance(answer[0], BaseException) or not answer[0]:
        # a name that is not there is tried again too: resolvers say so when the network is down
        raise FetchFailed(f"the name {host} cannot be resolved", again=True)
    return list(answer[0])
