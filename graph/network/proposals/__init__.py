"""The desk of proposals: what reports propose waits here until a person accepts or rejects it.

Proposals are records beside the claims, as are the decisions on them. What is accepted becomes claims of the report.
"""
