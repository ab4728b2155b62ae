"""People hear of what their organisation has to do by an agreement."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0005_intake_proposals_and_replies"),
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
                    ("mention", "U wordt genoemd in een gesprek"),
                    ("job", "Een taak van u is klaar"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
    ]
