"""The pictures of the sample library, drawn here: flat shapes in a few calm colours."""

import io
import math
import random
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Draw: TypeAlias = "ImageDraw"  # Pillow is imported only when a sample is made
SIZE = (1200, 800)
NIGHT, SKY, PAPER, WARM, RED, LEAF, WOOD, WHITE = (
    "#1f2f4d",
    "#cfe0f2",
    "#f6efe2",
    "#f2b84b",
    "#c4523e",
    "#4f8a6b",
    "#8a5a3c",
    "#ffffff",
)
SPINES = ("#c4523e", "#4f8a6b", "#3f6fae", "#f2b84b", "#7a5aa0")


def picture(name: str) -> bytes:
    """A picture of the sample by its name, as PNG; KeyError for a name that is not drawn here."""
    from PIL import Image, ImageDraw  # heavy, and needed for samples only

    background, paint = PICTURES[name]
    image = Image.new("RGB", SIZE, background)
    paint(ImageDraw.Draw(image))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _books(draw: Draw) -> None:
    draw.rectangle((0, 640, 1200, 800), WOOD)
    top = 640
    for number, colour in enumerate(SPINES):
        left, height = 300 + 30 * math.sin(number * 2), 84
        top -= height
        draw.rounded_rectangle((left, top, left + 560, top + height - 6), 12, colour)
        draw.rectangle((left + 60, top + 12, left + 76, top + height - 18), PAPER)
        draw.rectangle((left + 440, top + 12, left + 456, top + height - 18), PAPER)


def _snow(draw: Draw) -> None:
    flakes = random.Random(7)
    for number in range(8):
        left = number * 160 - 40
        height = 180 + 60 * (number % 3)
        draw.rectangle((left, 800 - height, left + 150, 800), "#14203a")
        draw.polygon([(left - 8, 800 - height), (left + 158, 800 - height), (left + 75, 720 - height)], WHITE)
        draw.rectangle((left + 50, 840 - height, left + 84, 890 - height), WARM)
    for _ in range(160):
        x, y, r = flakes.randrange(1200), flakes.randrange(800), flakes.choice((3, 4, 6))
        draw.ellipse((x - r, y - r, x + r, y + r), WHITE)


def _clock(draw: Draw) -> None:
    draw.ellipse((350, 150, 850, 650), WHITE, NIGHT, 24)
    for hour in range(12):
        angle = math.tau * hour / 12
        x, y = 600 + 205 * math.sin(angle), 400 - 205 * math.cos(angle)
        draw.ellipse((x - 10, y - 10, x + 10, y + 10), NIGHT)
    draw.line((600, 400, 600, 230), NIGHT, 18)
    draw.line((600, 400, 600 + 130 * math.sin(math.tau * 5 / 12), 400 - 130 * math.cos(math.tau * 5 / 12)), RED, 22)


def _stage(draw: Draw) -> None:
    draw.polygon([(600, 0), (260, 640), (940, 640)], "#f7e6b8")
    draw.rectangle((0, 640, 1200, 800), WOOD)
    for side in (0, 1000):
        draw.rectangle((side, 0, side + 200, 800), RED)
        for fold in range(side + 30, side + 200, 50):
            draw.line((fold, 0, fold, 800), "#a23f2f", 8)
    draw.rectangle((500, 460, 640, 484), NIGHT)
    draw.rectangle((500, 300, 516, 460), NIGHT)
    for x in (504, 624):
        draw.rectangle((x, 484, x + 12, 640), NIGHT)
    for number, colour in enumerate(SPINES[:3]):
        draw.rectangle((690, 610 - 30 * number, 830, 636 - 30 * number), colour)


def _town(draw: Draw) -> None:
    for number in range(7):
        left, height = 60 + number * 160, 220 + 90 * ((number * 5) % 4)
        draw.rectangle((left, 700 - height, left + 140, 700), SPINES[number % 5])
        draw.polygon([(left - 10, 700 - height), (left + 150, 700 - height), (left + 70, 610 - height)], NIGHT)
        for row in range(2):
            for column in range(2):
                x, y = left + 28 + column * 54, 740 - height + row * 80
                draw.rectangle((x, y, x + 32, y + 44), PAPER)
    draw.rectangle((0, 700, 1200, 800), LEAF)


def _tree(draw: Draw) -> None:
    draw.rectangle((0, 680, 1200, 800), LEAF)
    draw.rectangle((570, 360, 630, 700), WOOD)
    leaves = random.Random(3)
    for _ in range(90):
        angle, radius = leaves.random() * math.tau, leaves.random() ** 0.5 * 250
        x, y = 600 + 1.3 * radius * math.cos(angle), 300 + radius * math.sin(angle)
        draw.rounded_rectangle((x - 26, y - 18, x + 26, y + 18), 8, leaves.choice((*SPINES, LEAF, LEAF)))
        draw.line((x - 14, y, x + 14, y), WHITE, 4)


def _music(draw: Draw) -> None:
    draw.polygon([(200, 620), (590, 700), (590, 500), (230, 440)], WHITE)
    draw.polygon([(1000, 620), (610, 700), (610, 500), (970, 440)], WHITE)
    for number in range(6):
        x, y = 300 + 120 * number, 360 - 110 * math.sin(number * 0.9 + 0.4)
        draw.ellipse((x - 30, y - 20, x + 30, y + 24), NIGHT)
        draw.line((x + 26, y, x + 26, y - 120), NIGHT, 10)
        draw.line((x + 26, y - 120, x + 66, y - 90), NIGHT, 14)


def _frame(draw: Draw) -> None:
    draw.rectangle((250, 120, 950, 660), WOOD)
    draw.rectangle((290, 160, 910, 620), SKY)
    draw.rectangle((290, 470, 910, 620), "#3f6fae")
    draw.arc((330, 360, 600, 620), 180, 360, NIGHT, 18)
    draw.arc((600, 360, 870, 620), 180, 360, NIGHT, 18)
    draw.rectangle((290, 340, 910, 372), NIGHT)
    draw.ellipse((760, 190, 840, 270), WARM)


def _lamp(draw: Draw) -> None:
    draw.polygon([(470, 260), (730, 260), (1000, 660), (200, 660)], "#3a4d73")
    draw.polygon([(500, 130), (700, 130), (770, 260), (430, 260)], WARM)
    draw.rectangle((590, 260, 610, 620), WOOD)
    draw.rectangle((0, 660, 1200, 800), WOOD)
    draw.polygon([(360, 640), (590, 662), (590, 610), (380, 590)], WHITE)
    draw.polygon([(840, 640), (610, 662), (610, 610), (820, 590)], WHITE)


def _card(draw: Draw) -> None:
    draw.polygon([(120, 640), (590, 740), (590, 300), (160, 210)], WHITE)
    draw.polygon([(1080, 640), (610, 740), (610, 300), (1040, 210)], WHITE)
    draw.rounded_rectangle((370, 270, 830, 560), 28, "#3f6fae")
    draw.ellipse((420, 330, 530, 440), PAPER)
    for number, width in enumerate((220, 180, 120)):
        draw.rounded_rectangle((570, 340 + 50 * number, 570 + width, 364 + 50 * number), 10, PAPER)


def _screen(draw: Draw) -> None:
    draw.rounded_rectangle((260, 140, 940, 600), 24, NIGHT)
    draw.rectangle((290, 170, 910, 570), WHITE)
    draw.polygon([(190, 660), (1010, 660), (940, 600), (260, 600)], "#8c98ad")
    for number, colour in enumerate(SPINES[:4]):
        top = 205 + 70 * number
        draw.rectangle((320, top, 364, top + 50), colour)
        draw.rounded_rectangle((390, top + 14, 640 - 30 * number, top + 34), 8, "#c9d1de")
    draw.rounded_rectangle((690, 480, 880, 540), 16, LEAF)


def _mail(draw: Draw) -> None:
    draw.rectangle((400, 120, 800, 520), WHITE)
    for number in range(5):
        draw.line((440, 180 + 50 * number, 760 - 40 * (number % 2), 180 + 50 * number), "#9aa7bd", 10)
    draw.polygon([(260, 360), (600, 600), (940, 360), (940, 700), (260, 700)], WARM)
    draw.polygon([(260, 700), (560, 500), (640, 500), (940, 700)], "#dd9f2f")


def _map(draw: Draw) -> None:
    draw.polygon(
        [(150, 180), (450, 120), (750, 180), (1050, 120), (1050, 640), (750, 700), (450, 640), (150, 700)], WHITE
    )
    for x in (450, 750):
        draw.line((x, 130, x, 690), "#d8cdb8", 6)
    draw.line((150, 480, 500, 430, 800, 520, 1050, 440), "#3f6fae", 46, joint="curve")
    points = [(230, 620), (330, 360), (560, 330), (690, 560), (930, 280)]
    for start, end in pairwise(points):
        for step in range(0, 10, 2):
            a, b = step / 10, (step + 1) / 10
            draw.line(
                (
                    start[0] + (end[0] - start[0]) * a,
                    start[1] + (end[1] - start[1]) * a,
                    start[0] + (end[0] - start[0]) * b,
                    start[1] + (end[1] - start[1]) * b,
                ),
                RED,
                10,
            )
    draw.ellipse((905, 255, 955, 305), RED)


def _sea(draw: Draw) -> None:
    draw.ellipse((160, 120, 280, 240), WARM)
    draw.polygon([(820, 640), (920, 640), (900, 220), (840, 220)], WHITE)
    for top in (300, 420, 540):
        draw.rectangle((826, top, 914, top + 50), RED)
    draw.rectangle((834, 170, 906, 220), NIGHT)
    for row in range(4):
        for x in range(-60 + 40 * (row % 2), 1260, 120):
            draw.pieslice((x, 600 + 50 * row, x + 120, 720 + 50 * row), 180, 360, ("#3f6fae", "#2f568a")[row % 2])
    draw.rectangle((0, 790, 1200, 800), "#2f568a")


def _quiz(draw: Draw) -> None:
    for number in range(9):
        angle = math.pi * (1.15 + 1.25 * number / 8)
        x, y = 600 + 170 * math.cos(angle), 300 + 170 * math.sin(angle)
        draw.rounded_rectangle((x - 44, y - 30, x + 44, y + 30), 8, SPINES[number % 5])
    for number in range(3):
        draw.rounded_rectangle((560, 420 + 66 * number, 640, 478 + 66 * number), 8, SPINES[number])
    draw.ellipse((556, 650, 644, 738), RED)


PICTURES: dict[str, tuple[str, Callable[[Draw], None]]] = {
    "books": (PAPER, _books),
    "card": ("#e7ddc9", _card),
    "clock": (SKY, _clock),
    "frame": (PAPER, _frame),
    "lamp": (NIGHT, _lamp),
    "mail": ("#dfe9e2", _mail),
    "map": ("#e7ddc9", _map),
    "music": (SKY, _music),
    "quiz": (PAPER, _quiz),
    "screen": ("#dfe9e2", _screen),
    "sea": (SKY, _sea),
    "snow": (NIGHT, _snow),
    "stage": (NIGHT, _stage),
    "town": (SKY, _town),
    "tree": (SKY, _tree),
}
