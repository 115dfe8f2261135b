"""The sample library: an invented library system whose plan is laid around today."""

from smcal.sample.making import make_sample, sample_settings

__all__ = ["make_sample", "sample_settings"]
