"""The store: a port (`base`), what it shares between engines, and its adapters."""
