"""The catalogue as tables: spreadsheets, CSV, JSON, Parquet and SQLite."""
