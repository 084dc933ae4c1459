import re

from django import forms

from search.kinds import KINDS

LONGEST_QUERY = 200


class SearchForm(forms.Form):
    """What somebody looks for, and among what. Nonsense in an address is dropped."""

    q = forms.CharField(label="Search", required=False)
    kind = forms.ChoiceField(
        label="Among", choices=[("", "Everything"), *((kind.key, kind.label) for kind in KINDS)], required=False
    )

    def __init__(self, data):
        data = data.copy()
        # A byte that no text holds would only be refused; a page of pasted text is searched by its beginning.
        data["q"] = data.get("q", "").replace("\x00", " ").strip()[:LONGEST_QUERY]
        super().__init__(data)

    @property
    def query(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("q", "")

    @property
    def words(self) -> str:
        """The words of the query alone: signs mean nothing to readers and much to a search index."""
        return " ".join(re.findall(r"\w+", self.query))

    @property
    def kind_key(self) -> str:
        """The kind chosen, or "" for all of them."""
        self.is_valid()
        return self.cleaned_data.get("kind", "")
