"""What a new post is about: a topic and a direction, so that what was proposed draws no remark of its own."""

from collections import Counter
from collections.abc import Sequence

from smcal.model import Post, new_id
from smcal.regulation import Pack, Topic
from smcal.regulation.checks.partners import is_partners


class Subjects:
    """Chooses what a page had least of; never partners' material. `posts` are those that it has, as they are placed."""

    def __init__(self, pack: Pack, posts: Sequence[Post]) -> None:
        self._pack, self._posts = pack, posts

    def on(self, topic: Topic) -> Post:
        """A post on a topic, still to be written; of its usual direction, else of one that the page had least of."""
        title, direction = topic.title.within(self._pack.language), topic.direction or self._direction()
        return Post(id=new_id(), title=title, topic=topic.id, direction=direction)

    def next(self) -> Post:
        """A post on the topic that the page had least of; where no topic is due always, of such a direction."""
        had, directions = Counter(post.topic for post in self._posts), self._had_directions()
        always = [topic for topic in self._pack.topics if topic.applies == "always" and not self._is_partners(topic)]
        topic = min(always, key=lambda t: (had[t.id], directions[t.direction], t.id), default=None)
        if topic is not None:
            return self.on(topic)
        direction = self._direction()
        listed = next((found for found in self._pack.directions if found.id == direction), None)
        title = listed.title.within(self._pack.language) if listed is not None else ""
        return Post(id=new_id(), title=title, direction=direction)

    def is_settled(self, post: Post) -> bool:
        """Whether a post has a direction, or a topic that brings one; always where the regulation lists none."""
        topic = self._pack.topic(post.topic)
        return bool(not self._pack.directions or post.direction or (topic and topic.direction))

    def _direction(self) -> str | None:
        """The direction that the page had least of, the first of them in the order of the regulation."""
        theirs = self._pack.partners.direction if self._pack.partners else None
        had = self._had_directions()
        listed = [direction.id for direction in self._pack.directions if direction.id != theirs]
        return min(listed, key=lambda direction: had[direction], default=None)

    def _had_directions(self) -> Counter[str | None]:
        usual = {topic.id: topic.direction for topic in self._pack.topics}
        return Counter(post.direction or (usual.get(post.topic) if post.topic else None) for post in self._posts)

    def _is_partners(self, topic: Topic) -> bool:
        return is_partners(Post(id="", topic=topic.id), self._pack)
