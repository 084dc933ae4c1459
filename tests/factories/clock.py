from datetime import UTC, datetime

# A Monday, at noon where the association is (Central, standard time).
NOW = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
