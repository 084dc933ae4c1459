from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from program.letters.attention import letters_in_trouble
from program.letters.register import LetterRegister

modeladmin_register(LetterRegister)
hooks.register("register_attention", letters_in_trouble)


@hooks.register("register_log_actions")
def what_staff_does_with_letters(actions):
    actions.register_action("letters.resend", "Send again", "Sent again")
    actions.register_action("letters.discard", "Discard", "Discarded")
