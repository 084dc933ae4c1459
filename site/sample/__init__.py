"""A made-up association with everything a site needs to show what it does.

The prose lives in modules named after what they hold; ``loader`` brings it in.
"""
