"""The matrix tiles its room, and every point belongs to the cell that is drawn there."""

from hypothesis import given
from hypothesis import strategies as st

from smcal_ui.coverage.grid import HEADS, LEAST, Cell, Matrix, smallest, walked

SIZES = st.tuples(st.integers(1, 30), st.sampled_from([1, 3, 5, 14]), st.integers(0, 900), st.integers(0, 600))


@given(SIZES, st.booleans())
def test_cells_tile_the_room_and_are_found_again(size: tuple[int, int, int, int], foot: bool) -> None:
    rows, columns, wider, higher = size
    width, height = smallest(rows, columns, foot)
    matrix = Matrix(rows, columns, width + wider, height + higher, foot)
    for row in range(rows):
        right = matrix.head(row).right()
        assert right + 1 >= HEADS[0]
        for column in range(columns):
            cell = Cell(row, column)
            rect = matrix.cell(cell)
            assert rect.left() == right + 1 and rect.width() >= LEAST
            assert matrix.at(rect.topLeft()) == matrix.at(rect.bottomRight()) == cell
            right = rect.right()
        assert right + 1 == width + wider
        assert matrix.head_at(matrix.head(row).center()) == row
        assert matrix.at(matrix.head(row).center()) is None
    assert matrix.foot().bottom() < height + higher or not foot


@given(st.integers(0, 9), st.integers(0, 13), st.sampled_from([(0, 1), (0, -1), (1, 0), (-1, 0), (0, 1000)]))
def test_a_step_stays_inside(row: int, column: int, step: tuple[int, int]) -> None:
    found = walked(Cell(row, column), step, 10, 14)
    assert 0 <= found.row < 10 and 0 <= found.column < 14
    assert abs(found.row - row) + min(abs(found.column - column), 1) <= 1
