from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("calls", "0008_count_who_heard_in_time")]

    operations = [
        # Weighed: nothing ever counted either of them, and what is kept of a deleted application has to be for something.
        migrations.RemoveField("applicationcount", "call_kind"),
        migrations.RemoveField("applicationcount", "member"),
    ]
