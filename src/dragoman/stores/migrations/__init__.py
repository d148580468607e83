"""Scripts that carry a store from one revision to the next; migrating.py runs them."""
