"""Networks and who stands in them: partners, areas, themes, memberships and agreements.

Words (English – Dutch): network – netwerk; partner – partner; organisation – organisatie; membership –
lidmaatschap; representative – vertegenwoordiger; area – gebied; theme – thema; ambition – ambitie;
agreement – overeenkomst; party – partij; obligation – verplichting; criteria set – criteriaset; criterion – criterium;
network event – gebeurtenis; growth stage – groeifase.
"""
