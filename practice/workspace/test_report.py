"""Run it: python3 -m unittest"""

import unittest

from report import Sale, best_seller, total_amount


class ReportTest(unittest.TestCase):
    def test_best_seller_is_the_article_sold_most_often(self):
        self.assertEqual(best_seller([Sale("pencil", 3, 1.00), Sale("eraser", 12, 6.84)]), "eraser")

    def test_total_amount_counts_every_sale(self):
        self.assertEqual(total_amount([Sale("pencil", 3, 1.00), Sale("eraser", 12, 6.84)]), 7.84)


if __name__ == "__main__":
    unittest.main()
