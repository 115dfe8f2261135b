"""What planning refuses, and why."""

from smcal.errors import SmcalError
from smcal.model import Post, State, Submission
from smcal.words import _, inside, ngettext


class Refused(SmcalError):
    """Something that a plan does not allow; nothing was changed."""


class UnknownPost(Refused):
    """The post (or what belongs to it) is not in this workspace."""

    def __init__(self, identifier: str) -> None:
        super().__init__(_("This post is no longer in the calendar. Nothing was changed."))
        self.identifier = identifier


class PostHasHappened(Refused):
    """A published or removed post stays where it is."""

    def __init__(self, post: Post) -> None:
        removed = _("“{title}” was published and removed again: it stays where it is.")
        published = _("“{title}” has been published: it stays where it is.")
        super().__init__((removed if post.state is State.REMOVED else published).format(title=inside(post.title)))
        self.post = post


class PastDay(Refused):
    """Nothing is planned for a day that has gone."""

    def __init__(self) -> None:
        super().__init__(_("This day has passed: nothing can be planned for it."))


class OwnPost(Refused):
    """Nobody approves their own post."""

    def __init__(self) -> None:
        super().__init__(_("Nobody approves their own post: choose another person as the curator."))


class UnnamedCurator(Refused):
    """An approval is somebody's: without a name nobody can tell whether it is the author's own."""

    def __init__(self) -> None:
        super().__init__(_("Say which curator agreed: nobody approves their own post, so an approval needs a name."))


class NotReady(Refused):
    """A plan with open required findings is not handed in."""

    def __init__(self, count: int) -> None:
        super().__init__(
            ngettext(
                "The plan was not handed in: {count} required finding is open. Nothing was written.",
                "The plan was not handed in: {count} required findings are open. Nothing was written.",
                count,
            ).format(count=count)
        )


class NotHandedIn(Refused):
    """There is nothing to answer yet."""

    def __init__(self) -> None:
        super().__init__(_("This post has not been handed in to the curator yet: hand in the plan first."))


class ChangedSince(Refused):
    """What was handed in is not what the post is now: nobody has seen it."""

    def __init__(self) -> None:
        super().__init__(_("This post has changed since it was handed in: hand it in again, then it can be answered."))


class InDeferred(Refused):
    """The network will publish the post by itself: taking back the answer would not stop it."""

    def __init__(self) -> None:
        super().__init__(
            _("This post stands in VK’s deferred posts: take it out there and note that here, then it can be answered.")
        )


class EmptyPlan(Refused):
    """A plan without posts is no plan."""

    def __init__(self) -> None:
        super().__init__(_("There are no posts to hand in: this page has none in these days. Nothing was written."))


class PlanGone(Refused):
    """There is no such plan any more."""

    def __init__(self) -> None:
        super().__init__(_("This plan has been taken back already. Nothing was changed."))


class PlanAnswered(Refused):
    """The curator has worked on it."""

    def __init__(self) -> None:
        super().__init__(_("The curator has answered: this plan stays. Change its posts and hand in the next version."))


class PlanIsOut(Refused):
    """What has gone out under a plan was handed in with it."""

    def __init__(self, post: Post) -> None:
        text = _("“{title}” of this plan has been published: the plan stays.")
        super().__init__(text.format(title=inside(post.title or _("Untitled post"))))


class LaterVersion(Refused):
    """Plans are taken back from the last one on."""

    def __init__(self, later: Submission) -> None:
        text = _("Its posts were handed in again with plan {number}, version {version}: take that one back first.")
        super().__init__(text.format(number=later.number, version=later.version))


class NothingToOverride(Refused):
    """Only what stands in the way of handing in can be overridden."""

    def __init__(self) -> None:
        super().__init__(_("This is advice: it stands in nobody’s way, so there is nothing to override."))


class OverriddenAlready(Refused):
    """One finding has one override at a time."""

    def __init__(self) -> None:
        super().__init__(_("This has been overridden already. Withdraw that first; nothing was changed."))


class UnnamedRuler(Refused):
    """An override is somebody's, and so is taking it back."""

    def __init__(self) -> None:
        super().__init__(_("Say who decides: it takes the name of somebody who works here now. Nothing was changed."))


class NoReason(Refused):
    """An override says why."""

    def __init__(self) -> None:
        super().__init__(_("Give the reason: it stands in the plan that the curator reads. Nothing was changed."))


class NotOverridden(Refused):
    """There is nothing to withdraw."""

    def __init__(self) -> None:
        super().__init__(_("This override has been withdrawn already. Nothing was changed."))


class NotPublished(Refused):
    """Only what was published can be taken down."""

    def __init__(self) -> None:
        super().__init__(_("This post is not published: there is nothing to take down."))


class GroundMissing(Refused):
    """The regulation lists the grounds on which a post may be taken down."""

    def __init__(self) -> None:
        super().__init__(_("Choose the ground: the regulation lists them. Nothing was changed."))


class RemovalUnfounded(Refused):
    """Something that a removal must say is missing; `field` is which."""

    def __init__(self, field: str) -> None:
        said = {
            "edit_tried": _("Say why mending the post is not enough: that comes first. Nothing was changed."),
            "agreed_coordinator": _("Say which coordinator agreed. Nothing was changed."),
        }
        super().__init__(said[field])
        self.field = field
