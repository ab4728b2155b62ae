"""People hear of whom they stand in for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0007_figures_and_verdicts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("receipt", "Uw idee is binnen"),
                    ("answer", "Antwoord op uw idee"),
                    ("question", "Een vraag over uw idee"),
                    ("intake", "Een nieuw idee wacht op antwoord"),
                    ("proposal", "Een voorstel voor uw groep"),
                    ("reply", "Een antwoord op uw vraag"),
                    ("score", "U beoordeelt een idee"),
                    ("view", "De kijk van uw organisatie gevraagd"),
                    ("promise", "Een toezegging gevraagd"),
                    ("vote", "U stemt over een voorstel"),
                    ("stand_in", "U vervangt iemand die afwezig is"),
                    ("consent", "Akkoord van uw organisatie gevraagd"),
                    ("decided", "Een besluit over uw initiatief"),
                    ("condition_soon", "Een voorwaarde moet binnenkort vervuld zijn"),
                    ("condition_late", "Een voorwaarde is te laat"),
                    ("left_behind", "Na een vertrek bleef iets liggen"),
                    ("acceptance", "Gevraagd: wordt het gewoon werk bij uw organisatie?"),
                    ("objection", "Een bezwaar tegen een voorstel"),
                    ("update", "Uw stand van zaken gevraagd"),
                    ("renewal", "Een overeenkomst loopt af"),
                    ("obligation", "Wat uw organisatie in een overeenkomst beloofde"),
                    ("verdict", "Een oordeel over wat een initiatief beloofde"),
                    ("figure_due", "Een cijfer is aan de beurt"),
                    ("figure_late", "Een cijfer is te laat"),
                    ("mention", "U wordt genoemd in een gesprek"),
                    ("job", "Een taak van u is klaar"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField(
            model_name="preference",
            name="kind",
            field=models.CharField(
                choices=[
                    ("receipt", "Uw idee is binnen"),
                    ("answer", "Antwoord op uw idee"),
                    ("question", "Een vraag over uw idee"),
                    ("intake", "Een nieuw idee wacht op antwoord"),
                    ("proposal", "Een voorstel voor uw groep"),
                    ("reply", "Een antwoord op uw vraag"),
                    ("score", "U beoordeelt een idee"),
                    ("view", "De kijk van uw organisatie gevraagd"),
                    ("promise", "Een toezegging gevraagd"),
                    ("vote", "U stemt over een voorstel"),
                    ("stand_in", "U vervangt iemand die afwezig is"),
                    ("consent", "Akkoord van uw organisatie gevraagd"),
                    ("decided", "Een besluit over uw initiatief"),
                    ("condition_soon", "Een voorwaarde moet binnenkort vervuld zijn"),
                    ("condition_late", "Een voorwaarde is te laat"),
                    ("left_behind", "Na een vertrek bleef iets liggen"),
                    ("acceptance", "Gevraagd: wordt het gewoon werk bij uw organisatie?"),
                    ("objection", "Een bezwaar tegen een voorstel"),
                    ("update", "Uw stand van zaken gevraagd"),
                    ("renewal", "Een overeenkomst loopt af"),
                    ("obligation", "Wat uw organisatie in een overeenkomst beloofde"),
                    ("verdict", "Een oordeel over wat een initiatief beloofde"),
                    ("figure_due", "Een cijfer is aan de beurt"),
                    ("figure_late", "Een cijfer is te laat"),
                    ("mention", "U wordt genoemd in een gesprek"),
                    ("job", "Een taak van u is klaar"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
    ]
