"""The drawings of the icons: lines on a field of 24 by 24. An icon never stands without a word."""

#: name -> shapes. ``cut`` is drawn in the colour of the sheet, so that it reads as cut out.
ICONS: dict[str, str] = {
    # Places
    "home": '<path d="M4 11 12 4l8 7v9h-5v-6H9v6H4z"/>',
    "board": (
        '<rect x="3" y="5" width="5" height="14" rx="1.5"/><rect x="10" y="5" width="5" height="9" rx="1.5"/>'
        '<rect x="17" y="5" width="4" height="12" rx="1.5"/>'
    ),
    "chain": '<rect x="2" y="8" width="11" height="8" rx="4"/><rect x="11" y="8" width="11" height="8" rx="4"/>',
    "decision": '<path d="M12 3 21 12l-9 9-9-9z"/><path d="m8.5 12 2.5 2.5 4.5-4.5"/>',
    "meeting": '<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4M8 14h3M13 14h3"/>',
    "body": (
        '<circle cx="9" cy="8.5" r="3.2"/><path d="M3 19c.6-3.6 2.7-5.5 6-5.500s5.4 1.9 6 5.5"/>'
        '<path d="M15.5 5.700a3.2 3.2 0 0 1 0 5.600M17 13.900c2.3.6 3.6 2.4 4 5.1"/>'
    ),
    "partner": '<path d="M4 20V8l7-4 7 4v12zM2.5 20h19M9 20v-4h4v4M8 10.500h.1M11 10.500h.1M14 10.500h.1"/>',
    "network": (
        '<circle cx="12" cy="5" r="2.5"/><circle cx="5" cy="18" r="2.5"/><circle cx="19" cy="18" r="2.5"/>'
        '<path d="M10.8 7.2 6.2 15.800M13.2 7.200l4.6 8.600M7.5 18h9"/>'
    ),
    "more": '<path d="M4 7h16M4 12h16M4 17h10"/>',
    "bell": '<path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "leave": '<path d="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5"/>',
    # Points and answers
    "ready": '<circle cx="12" cy="12" r="9" fill="currentColor"/><path class="cut" d="m8 12.5 2.8 2.8L16 9.5"/>',
    "ready_tail": (
        '<circle cx="10" cy="10" r="7.5" fill="currentColor"/>'
        '<path class="cut" d="m6.7 10.4 2.3 2.3 4.3-4.8"/>'
        '<path d="M5 21h15"/>'
    ),
    "partly": '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor"/>',
    "open": '<circle cx="12" cy="12" r="9"/>',
    "late": (
        '<path d="M12 2.5 21.5 12 12 21.5 2.5 12z" fill="currentColor"/>'
        '<path class="cut" d="M12 7.5v5.5M12 16.4v.1"/>'
    ),
    "unknown": (
        '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3"/>'
        '<path d="M9.6 9.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 1.9M12 16.8v.1"/>'
    ),
    "no": '<circle cx="12" cy="12" r="9"/><path d="m8.7 8.7 6.6 6.600M15.3 8.700l-6.6 6.6"/>',
    "abstain": '<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>',
    "provisional": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3"/><path d="m8 12.5 2.8 2.800L16 9.5"/>',
    "recused": '<circle cx="12" cy="12" r="9"/><path d="m5.6 18.4 12.8-12.8"/>',
    # Deeds and things
    "promise": (
        '<path d="M7 12V6.5a1.6 1.6 0 0 1 3.2 0V11m0-1V4.6a1.6 1.6 0 0 1 3.2 0V11m0-.5V6a1.6 1.6 0 0 1 3.2 0v9'
        'a6 6 0 0 1-6 6c-3 0-4.3-1.5-5.6-4L3.2 13.500c.9-1.2 2.5-1 3.8.5"/>'
    ),
    "score": '<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>',
    "view": '<path d="M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12h5"/>',
    "explore": '<circle cx="12" cy="12" r="9"/><path d="m15.5 8.5-2 5-5 2 2-5z"/>',
    "idea": (
        '<path d="M9 17h6M10 21h4M12 3a6.5 6.5 0 0 0-4 11.600c.7.6 1 1.4 1 2.400h6c0-1 .3-1.8 1-2.4'
        'A6.5 6.5 0 0 0 12 3z"/>'
    ),
    "doc": '<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5"/>',
    "figure": '<path d="M4 20V4M4 20h16M8 15l4-5 3 3 5-7"/>',
    "money": '<path d="M18 6.500A7 7 0 1 0 18 17.500M4 10.500h9M4 13.500h9"/>',
    "agreement": '<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 17c1.5-3 2.5-3 3 0 .5 1 1.5 1 4-1"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="M11.2 11.8 20 3M16 7l3 3"/>',
    "lock": '<rect x="5" y="11" width="14" height="10" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>',
    "start": '<path d="M6 21V4M6 5h12l-3 4 3 4H6"/>',
    # What a control chart shows, and whether it reaches its target
    "better": '<path d="M12 3.5 21.5 20h-19z" fill="currentColor"/>',
    "worse": '<path d="M12 2.5 21.5 12 12 21.5 2.5 12z" fill="currentColor"/>',
    "changed": '<rect x="4.5" y="4.5" width="15" height="15" fill="currentColor"/>',
    "same": '<circle cx="12" cy="12" r="9"/><path d="M6.5 13c1.8-3.5 3.7-3.5 5.5-1s3.7 2.5 5.5-1"/>',
    "goal_always": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3" fill="currentColor"/>',
    "goal_never": '<circle cx="9.5" cy="14.5" r="6.5"/><circle cx="19" cy="5" r="2.5" fill="currentColor"/>',
    "goal_missed": '<circle cx="9.5" cy="14.5" r="6.5"/><circle cx="19" cy="5" r="2.5"/>',
    "goal_sometimes": '<circle cx="10.5" cy="13.5" r="7.5"/><circle cx="15.8" cy="8.2" r="2.5" fill="currentColor"/>',
    # Where an initiative is
    "ring": '<rect x="2" y="7" width="20" height="10" rx="5"/>',
    "stopped": '<rect x="4" y="4" width="16" height="16" rx="2" fill="currentColor"/>',
    "away": '<path d="M20 14.200A8.500 8.500 0 1 1 9.800 4a7 7 0 0 0 10.200 10.200z"/>',
    "parked": '<path d="M8.5 5v14M15.5 5v14" stroke-width="4"/>',
    "referred": '<path d="M4 20v-5a4 4 0 0 1 4-4h11M14.5 6 20 11l-5.5 5"/>',
    "merged": '<path d="M3 5c6 0 5 7 11 7h7M3 19c6 0 5-7 11-7"/><circle cx="14" cy="12" r="2" fill="currentColor"/>',
    "adjust": '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.300L20 9.300M20 4v5.300h-5.3"/>',
}
