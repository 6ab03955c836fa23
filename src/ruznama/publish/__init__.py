"""What goes out: the claim record, and timelines in several formats, one module of `publish.formats` each."""

from ruznama.publish.formats import formats, write
from ruznama.publish.records import actor_record, claim_from_record, document_record, record, time_record
from ruznama.publish.timeline import Timeline, shown_date, shown_parties, shown_sources, timeline

__all__ = [
    "Timeline",
    "actor_record",
    "claim_from_record",
    "document_record",
    "formats",
    "record",
    "shown_date",
    "shown_parties",
    "shown_sources",
    "time_record",
    "timeline",
    "write",
]
