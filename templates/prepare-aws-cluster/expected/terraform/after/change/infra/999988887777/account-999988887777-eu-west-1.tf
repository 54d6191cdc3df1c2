provider "aws" {
  alias               = "account_999988887777_eu_west_1"
  region              = "eu-west-1"
  allowed_account_ids = ["999988887777"]
}
