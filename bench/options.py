"""What is asked of a measure on the command line, alike for all that write their figures into a page."""

from __future__ import annotations

import argparse

from bench.pages import describe_machine


def parser_of(text: str, page: str, bound: str = "min") -> argparse.ArgumentParser:
    """The common options: write the figures into ``docs/measurements/<page>``; bounds to hold, ``min`` or ``max``."""
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"set the figures into docs/measurements/{page}")
    parser.add_argument("--date", default="", help="the date to write, YYYY-MM-DD")
    parser.add_argument("--machine", default=describe_machine(), help="the machine to write")
    parser.add_argument(f"--{bound}", action="append", default=[], metavar="NAME=VALUE", help="a bound to hold")
    return parser


def parse_options(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """The options given; exits with an explanation when one lacks another."""
    options = parser.parse_args()
    if options.write and not options.date:
        parser.error("--write needs --date")
    return options
