provider "aws" {
  alias               = "account_111122223333_eu_west_1"
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
