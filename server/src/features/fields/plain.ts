import { listIn, objectIn, type ReadValue, shown, textIn, wrong } from './given.ts';

const LONGEST_TEXT = 10_000;
const LONGEST_BARCODE = 1000;
const MOST_BARCODES = 100;
/** Beyond any measure, and small enough that reports can add the squares of as many as there are. */
const LARGEST = 1e100;

export const readNumber: ReadValue = (what, { numDecimalPlaces }, { value }) => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw wrong(what, `numberValue.value must be a number, not ${shown(value)}.`);
  if (Math.abs(value) > LARGEST) throw wrong(what, `${value} is larger than ${LARGEST}.`);
  if (numDecimalPlaces !== undefined && Number(value.toFixed(numDecimalPlaces)) !== value)
    throw wrong(
      what,
      `${value} has more than ${numDecimalPlaces} decimal place${numDecimalPlaces === 1 ? '' : 's'}.`,
    );
  return { numberValue: { value } };
};

export const readText: ReadValue = (what, _question, { value }) => ({
  textValue: { value: textIn(what, 'textValue.value', value, LONGEST_TEXT) },
});

export const readBarcode: ReadValue = (what, _question, { barcodes }) => ({
  barcodeValue: {
    barcodes: listIn(what, 'barcodeValue.barcodes', barcodes, MOST_BARCODES).map((entry) => {
      const { value } = objectIn(what, 'each barcode', entry);
      const text = textIn(what, 'the value of a barcode', value, LONGEST_BARCODE);
      if (text === '') throw wrong(what, 'a barcode is empty.');
      return { value: text };
    }),
  },
});
