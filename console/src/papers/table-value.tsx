import type { components } from '@crewready/client';
import { useFormatter } from 'use-intl';

type Value = components['schemas']['FormTableValue'];
type Cell = Value['rows'][number]['cells'][number];

/** A table as somebody filled it in. */
export function TableValue({ label, value }: { label: string; value: Value }) {
  const format = useFormatter();
  const said = (cell: Cell | undefined): string => {
    switch (cell?.type) {
      case 'number':
        return cell.numberValue ? format.number(cell.numberValue.value) : '';
      case 'text':
        return cell.textValue?.value ?? '';
      case 'multiple_choice':
        return cell.multipleChoiceValue?.value ?? '';
      case 'check_boxes':
        return cell.checkBoxesValue ? format.list(cell.checkBoxesValue.value) : '';
      case 'datetime':
        return cell.dateTimeValue
          ? format.dateTime(new Date(cell.dateTimeValue.value), { dateStyle: 'medium' })
          : '';
      case 'barcode':
        return cell.barcodeValue?.barcodes.map((each) => each.value).join(', ') ?? '';
      case 'person':
        return cell.personValue?.person.name ?? '';
      default:
        return '';
    }
  };
  return (
    <div className="table-value">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {value.columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row) => (
            <tr key={row.id}>
              {value.columns.map(({ id }) => (
                <td key={id}>{said(row.cells.find((cell) => cell.id === id))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
