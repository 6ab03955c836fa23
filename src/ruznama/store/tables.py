"""The tables. A claim's row has the columns that a timeline filters by; the whole claim is in `record`."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1  # of these tables; written into the file, so that an older Ruznama says so instead of misreading
APPLICATION = 0x52555A4E  # "RUZN" in SQLite's application_id: tells our files from those of others

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("lang", String, nullable=False),
    Column("title", Text),
    Column("published", String),
    Column("published_from", String),
    Column("source", Text),
    Column("author", Text),
    Column("url", Text),
    Column("media_type", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("passages", JSON, nullable=False),
    UniqueConstraint("id", "sha256"),
)

analyses = Table(
    "analyses",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("origin", String, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("whens", JSON, nullable=False),
    Column("uncovered", JSON, nullable=False),
    UniqueConstraint("document", "origin"),
)

claims = Table(
    "claims",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("analysis", ForeignKey("analyses.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("edtf", String),
    Column("earliest", String),
    Column("latest", String),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("record", JSON, nullable=False),
    Index("claims_by_date", "earliest", "latest"),
    Index("claims_by_type", "type"),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("claim", ForeignKey("claims.key", ondelete="CASCADE"), nullable=False),
    Column("side", String, nullable=False),
    Column("code", String, nullable=False),  # the name, where the party has no code; a person is found by both
    Index("parties_by_code", "code", "claim"),
    Index("parties_by_claim", "claim"),
)
