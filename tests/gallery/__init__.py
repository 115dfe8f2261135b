"""Every view and dialog as PNG, in light and dark, at 100 and 200 %, in Russian and English."""
