from django.http import Http404
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from program.letters.services.asking import may_write_to, never_write
from program.links.decorators import personal_page
from program.links.services import resolve


# Mail programs post here by themselves (RFC 8058) and bring no token; the link is the proof.
@method_decorator([csrf_exempt, personal_page], name="dispatch")
class NeverView(View):
    """Where somebody who got a letter they did not ask for says: never again. Opening the page changes nothing."""

    def get(self, request, secret):
        return self._show(request, self._letter(secret))

    def post(self, request, secret):
        letter = self._letter(secret)
        never_write(letter.to, request.arrived_at)
        return self._show(request, letter)

    def _letter(self, secret):
        letter = resolve(secret, purpose="never", at=self.request.arrived_at)
        if letter is None or not letter.to:
            raise Http404
        return letter

    def _show(self, request, letter):
        done = not may_write_to(letter.to)
        return render(request, "letters/never.html", {"done": done})
