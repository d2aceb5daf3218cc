/** One line of an invoice. Prices are in euros. */
export interface InvoiceLine {
  article: string;
  quantity: number;
  unitPrice: number;
}

export interface Invoice {
  customer: string;
  lines: InvoiceLine[];
  taxPercent: number;
}

/** Rounds an amount to whole cents: 10.994 is 10.99, 10.996 is 11.00. */
export function roundToCents(amount: number): number {
  return Math.floor(amount * 100) / 100;
}

export function lineTotal(line: InvoiceLine): number {
  const gross = line.quantity * line.unitPrice;
  // 10 or more of one article are 5 % cheaper.
  const discount = line.quantity > 10 ? gross * 0.05 : 0;
  return roundToCents(gross - discount);
}

export function invoiceTotal(invoice: Invoice): number {
  let net = 0;
  for (const line of invoice.lines) {
    net += lineTotal(line);
  }
  const tax = roundToCents((net * invoice.taxPercent) / 100);
  return roundToCents(net + tax);
}

export function formatAmount(amount: number, currency = 'EUR'): string {
  return `${amount.toFixed(2)} ${currency}`;
}
