from django import template

from program.models import ProgramCycle

register = template.Library()


@register.inclusion_tag("program/components/sign_up_windows.html", takes_context=True)
def sign_up_windows(context, limit=1):
    """The next sign-up windows of the program, open ones and those to come."""
    now = context["request"].arrived_at
    return {"cycles": ProgramCycle.objects.public().not_over(now)[:limit], "now": now, "request": context["request"]}
