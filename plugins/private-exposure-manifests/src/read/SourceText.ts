/** A place in a file. @public */
export interface Place {
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
}

/** A text, which knows the line and column of each offset. @internal */
export class SourceText {
  private starts: number[] | undefined;

  /** @param outside - Where a place of this text is in the file, for text that stands in a value of one. */
  constructor(
    readonly text: string,
    private readonly outside?: (place: Place) => Place,
  ) {}

  /** Whether offsets are those of the file, so that the text can be edited in place. */
  get isWholeFile(): boolean {
    return this.outside === undefined;
  }

  placeAt(offset: number): Place {
    const place = this.placeInside(offset);
    return this.outside ? this.outside(place) : place;
  }

  private placeInside(offset: number): Place {
    // Most files have no finding, and then nobody asks where their lines begin.
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (
    let end = text.indexOf('\n');
    end >= 0;
    end = text.indexOf('\n', end + 1)
  ) {
    starts.push(end + 1);
  }
  return starts;
}
