from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_letters")]

    operations = [
        # Weighed: nothing ever wrote into the column. A letter goes with what it is about, its words with it.
        migrations.RemoveField("letter", "forgotten_at"),
    ]
