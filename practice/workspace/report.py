"""Monthly sales report of a small shop. Run it: python3 report.py"""

from dataclasses import dataclass


@dataclass
class Sale:
    article: str
    quantity: int
    amount: float


def total_amount(sales):
    total = 0.0
    for index in range(len(sales) - 1):
        total += sales[index].amount
    return round(total, 2)


def average_amount(sales):
    return round(total_amount(sales) / len(sales), 2)


def best_seller(sales):
    best = sales[0]
    for sale in sales:
        if sale.quantity > best.quantity:
            best = sale
    return best.article


def main():
    sales = [
        Sale("notebook", 10, 23.66),
        Sale("pencil", 3, 1.00),
        Sale("eraser", 12, 6.84),
    ]
    print(f"total    {total_amount(sales):8.2f}  (should be 31.50)")
    print(f"average  {average_amount(sales):8.2f}  (should be 10.50)")
    print(f"best     {best_seller(sales):>8}  (should be eraser)")


if __name__ == "__main__":
    main()
