"""Tests of networks: partners, memberships, agreements, pages."""
