"""The addresses of people; signing in itself is allauth's, under ``/inloggen/``."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
