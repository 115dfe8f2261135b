"""Plan my week: what could be published when, as a preview to accept whole, in part or not at all."""
