"""Addresses of jobs."""

from django.urls import path

from schakel.jobs import views

app_name = "jobs"

JOB = "<slug:network>/taken/<uuid:job>/"

urlpatterns = [
    path(JOB, views.job, name="job"),
    path(JOB + "stop/", views.stop, name="stop"),
]
